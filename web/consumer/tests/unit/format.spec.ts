import { describe, expect, it } from 'vitest'
import type { OfferDetails } from '../../src/api/types'
import { formatBenefit, formatCountdown, formatDistance, formatFen, formatFold, formatLastDay } from '../../src/format'

describe('distance', () => {
  it.each([
    [0, '0 m'],
    [9.4, '9 m'],
    [12.3, '10 m'],
    [349.9, '350 m'],
    [994.9, '990 m'],
    [995, '1 km'],
    [1249, '1.2 km'],
    [2500, '2.5 km'],
    [12_345, '12.3 km'],
    [NaN, ''],
    [-1, ''],
  ])('%d metres reads %s', (meters, text) => expect(formatDistance(meters)).toBe(text))
})

describe('money', () => {
  it.each([
    [0, '¥0'],
    [1, '¥0.01'],
    [1200, '¥12'],
    [1250, '¥12.50'],
    [123_456_700, '¥1,234,567'],
    [-550, '-¥5.50'],
  ])('%d fen reads %s', (fen, text) => expect(formatFen(fen)).toBe(text))

  it('20 percent off is 8 折 and 15 is 8.5 折', () => {
    expect(formatFold(20)).toBe('8')
    expect(formatFold(15)).toBe('8.5')
    expect(formatFold(12)).toBe('8.8')
  })
})

describe('days and countdowns', () => {
  it('a day is a day in Shanghai, wherever the phone is', () => {
    const now = new Date('2026-11-24T00:00:00Z')
    expect(formatLastDay('2026-11-30T16:30:00Z', 'zh-CN', now)).toBe('12月1日')
    expect(formatLastDay('2026-11-30T16:30:00Z', 'en', now)).toBe('Dec 1')
    expect(formatLastDay('nonsense', 'en', now)).toBe('')
  })

  it('a window that ends at midnight has the day before as its last, and says another year', () => {
    const now = new Date('2026-11-24T00:00:00Z')
    expect(formatLastDay('2026-11-30T16:00:00Z', 'zh-CN', now)).toBe('11月30日')
    expect(formatLastDay('2027-12-31T16:00:00Z', 'zh-CN', now)).toBe('2027年12月31日')
  })

  it('a countdown never goes below zero', () => {
    expect(formatCountdown(65)).toBe('1:05')
    expect(formatCountdown(0.2)).toBe('0:01')
    expect(formatCountdown(-3)).toBe('0:00')
  })
})

describe('benefit', () => {
  const t = (key: string, values?: Record<string, unknown>) => `${key} ${JSON.stringify(values ?? {})}`
  const benefit = (offer: Partial<OfferDetails>) => formatBenefit({ id: 'o1', kind: 'GIFT', ...offer }, t)

  it('says what each kind gives', () => {
    expect(benefit({ kind: 'PERCENT', percentOff: 20 })).toBe('offer.PERCENT {"fold":"8","percent":20}')
    expect(benefit({ kind: 'CASH_OFF', offFen: 2000, thresholdFen: 10_000 })).toBe('offer.CASH_OFF {"threshold":"¥100","off":"¥20"}')
    expect(benefit({ kind: 'CASH_OFF', offFen: 2000 })).toBe('offer.CASH_OFF_ANY {"off":"¥20"}')
    expect(benefit({ kind: 'FIXED_PRICE', priceFen: 1990 })).toBe('offer.FIXED_PRICE {"price":"¥19.90"}')
    expect(benefit({ kind: 'GIFT' })).toBe('offer.GIFT {}')
  })

  it('says nothing where the numbers are missing', () => {
    expect(benefit({ kind: 'PERCENT' })).toBeUndefined()
    expect(benefit({ kind: 'FIXED_PRICE', priceFen: null })).toBeUndefined()
  })
})
