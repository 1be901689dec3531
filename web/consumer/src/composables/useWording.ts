import { useI18n } from 'vue-i18n'
import { Refusal } from '../api/http'

/** Words for a failure: the platform's own where it sent some. */
export function useWording() {
  const { t } = useI18n()
  return (failure: unknown): string => {
    if (failure instanceof Refusal) {
      if (failure.detail) return failure.detail
      if (failure.code === 'network') return t('problem.network')
    }
    return t('problem.unknown')
  }
}
