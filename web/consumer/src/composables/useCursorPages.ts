import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Page } from '../api/types'

export type Load<T> = (after: string | undefined, signal: AbortSignal) => Promise<Page<T>>

/**
 * A list that grows page by page along an opaque cursor. Starting over forgets what is under way: an answer to an older
 * question never lands in the newer list.
 */
export function useCursorPages<T>(load: Load<T>) {
  const items = shallowRef<T[]>([])
  const loading = ref(false)
  const finished = ref(false)
  const failure = shallowRef<unknown>()
  let next: string | undefined
  let underWay: AbortController | undefined

  async function more(): Promise<void> {
    if (loading.value || finished.value) return
    const mine = new AbortController()
    underWay = mine
    loading.value = true
    failure.value = undefined
    try {
      const page = await load(next, mine.signal)
      if (underWay !== mine) return
      items.value = [...items.value, ...page.items]
      next = page.next ?? undefined
      finished.value = next === undefined
    } catch (reason) {
      if (underWay === mine) failure.value = reason
    } finally {
      if (underWay === mine) loading.value = false
    }
  }

  function restart(): Promise<void> {
    forget()
    return more()
  }

  function forget(): void {
    underWay?.abort()
    underWay = undefined
    items.value = []
    next = undefined
    loading.value = false
    finished.value = false
    failure.value = undefined
  }

  onScopeDispose(forget, true)

  return { items, loading, finished, failure, more, restart }
}
