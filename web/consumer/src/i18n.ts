import { createI18n } from 'vue-i18n'
import { preferredLanguage, type Language } from './language'
import en from './messages/en'
import zh from './messages/zh'

const REMEMBERED = 'linli.language'

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: preferredLanguage(remembered(), navigator.languages ?? []),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
})

export function language(): Language {
  return i18n.global.locale.value as Language
}

export function speak(next: Language): void {
  i18n.global.locale.value = next
  document.documentElement.lang = next
  document.title = i18n.global.t('title')
  try {
    localStorage.setItem(REMEMBERED, next)
  } catch {
    // Private windows may refuse to remember; the page still works.
  }
}

speak(language())
