import type { OfferDetails } from './api/types'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** Metres as people say them: 9 m, 350 m, 1.2 km. */
export function formatDistance(meters: number): string {
  if (!Number.isFinite(meters) || meters < 0) return ''
  if (meters < 10) return `${Math.round(meters)} m`
  const rounded = Math.round(meters / 10) * 10
  return rounded < 1000 ? `${rounded} m` : `${trimmed(meters / 1000, 1)} km`
}

/** Integer fen as yuan: ¥12, ¥12.50, ¥1,234. */
export function formatFen(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  const text = whole.toLocaleString('en-US') + (rest === 0 ? '' : '.' + String(rest).padStart(2, '0'))
  return (fen < 0 ? '-¥' : '¥') + text
}

/** 20 percent off is 8 折, 15 is 8.5 折. */
export function formatFold(percentOff: number): string {
  return trimmed((100 - percentOff) / 10, 2)
}

/** The last day of a half-open window, in the bank's time zone whatever the phone's is; with the year when it is another. */
export function formatLastDay(until: string, locale: string, now: Date): string {
  const end = Date.parse(until)
  if (Number.isNaN(end)) return ''
  const last = new Date(end - 1)
  const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' })
  const other = year.format(last) !== year.format(now)
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    month: 'short',
    day: 'numeric',
    ...(other && { year: 'numeric' as const }),
  }).format(last)
}

/** Seconds as 1:05. */
export function formatCountdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
}

/** What the offer gives, in a few words; undefined while the details are not there. */
export function formatBenefit(offer: OfferDetails, t: Translate): string | undefined {
  switch (offer.kind) {
    case 'PERCENT':
      if (offer.percentOff == null) return undefined
      return t('offer.PERCENT', { fold: formatFold(offer.percentOff), percent: offer.percentOff })
    case 'CASH_OFF':
      if (offer.offFen == null) return undefined
      return offer.thresholdFen
        ? t('offer.CASH_OFF', { threshold: formatFen(offer.thresholdFen), off: formatFen(offer.offFen) })
        : t('offer.CASH_OFF_ANY', { off: formatFen(offer.offFen) })
    case 'FIXED_PRICE':
      return offer.priceFen == null ? undefined : t('offer.FIXED_PRICE', { price: formatFen(offer.priceFen) })
    case 'GIFT':
      return t('offer.GIFT')
  }
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}
