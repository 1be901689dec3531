import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/api/types'
import { useCursorPages } from '../../src/composables/useCursorPages'

interface Asked {
  after: string | undefined
  signal: AbortSignal
  answer: (page: Page<number>) => void
  fail: (reason: unknown) => void
}

function aList() {
  const asked: Asked[] = []
  const pages = useCursorPages<number>(
    (after, signal) => new Promise((answer, fail) => asked.push({ after, signal, answer, fail })),
  )
  return { asked, pages }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('paging along a cursor', () => {
  it('passes the cursor on as it came and stops where there is none', async () => {
    const { asked, pages } = aList()
    void pages.more()
    asked[0]!.answer({ items: [1, 2], next: 'opaque=1' })
    await settled()
    expect(pages.finished.value).toBe(false)
    void pages.more()
    expect(asked[1]!.after).toBe('opaque=1')
    asked[1]!.answer({ items: [3] })
    await settled()
    expect(pages.items.value).toEqual([1, 2, 3])
    expect(pages.finished.value).toBe(true)
    void pages.more()
    expect(asked).toHaveLength(2)
  })

  it('asks once at a time', () => {
    const { asked, pages } = aList()
    void pages.more()
    void pages.more()
    expect(asked).toHaveLength(1)
  })

  it('keeps what it has when a page fails, and asks for the same page again', async () => {
    const { asked, pages } = aList()
    void pages.more()
    asked[0]!.answer({ items: [1], next: 'b' })
    await settled()
    void pages.more()
    asked[1]!.fail(new Error('down'))
    await settled()
    expect(pages.failure.value).toBeInstanceOf(Error)
    expect(pages.items.value).toEqual([1])
    void pages.more()
    expect(pages.failure.value).toBeUndefined()
    expect(asked[2]!.after).toBe('b')
  })

  it('never lets a late answer to an older question into the new list', async () => {
    const { asked, pages } = aList()
    void pages.more()
    void pages.restart()
    expect(asked[0]!.signal.aborted).toBe(true)
    asked[1]!.answer({ items: [7], next: null })
    asked[0]!.answer({ items: [1], next: 'old' })
    await settled()
    expect(pages.items.value).toEqual([7])
    expect(pages.finished.value).toBe(true)
  })

  it('ignores the failure of an older question, too', async () => {
    const { asked, pages } = aList()
    void pages.more()
    void pages.restart()
    asked[0]!.fail(new Error('aborted'))
    await settled()
    expect(pages.failure.value).toBeUndefined()
    expect(pages.loading.value).toBe(true)
  })
})
