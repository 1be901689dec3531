export type Language = 'zh-CN' | 'en'

/** Chinese first; English for those whose browser asks for it, or who chose it here. */
export function preferredLanguage(chosen: string | null, wanted: readonly string[]): Language {
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  const first = wanted.find((tag) => /^(zh|en)\b/i.test(tag))
  return first !== undefined && /^en\b/i.test(first) ? 'en' : 'zh-CN'
}
