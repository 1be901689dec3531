import { describe, expect, it } from 'vitest'
import { preferredLanguage } from '../../src/language'
import en from '../../src/messages/en'
import zh from '../../src/messages/zh'

describe('language', () => {
  it.each([
    [null, ['zh-CN', 'en'], 'zh-CN'],
    [null, ['en-GB'], 'en'],
    [null, ['fr', 'en'], 'en'],
    [null, ['fr'], 'zh-CN'],
    [null, [], 'zh-CN'],
    ['en', ['zh-CN'], 'en'],
    ['xx', ['zh-CN'], 'zh-CN'],
  ] as const)('chosen %s, wanted %j: %s', (chosen, wanted, expected) =>
    expect(preferredLanguage(chosen, [...wanted])).toBe(expected),
  )

  it('both languages say the same things with the same values', () => {
    const shape = (value: unknown, path = ''): string[] =>
      typeof value === 'string'
        ? [`${path} ${[...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort().join()}`]
        : Object.entries(value as object).flatMap(([key, inner]) => shape(inner, `${path}.${key}`))
    const differing = shape(zh).filter((line) => !shape(en).includes(line))
    // 8 折 counts what is left, 20% off what is taken: the one place where the values differ.
    expect(differing).toEqual(['.offer.PERCENT fold'])
  })
})
