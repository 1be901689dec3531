import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Answer = { status: number; body: unknown }

const calls: { path: string; token: string | undefined }[] = []
let answer: (path: string, token: string | undefined) => Answer

beforeEach(() => {
  vi.resetModules()
  calls.length = 0
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const token = (init.headers as Record<string, string>).Authorization
    calls.push({ path, token })
    const { status, body } = answer(path, token)
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const login = (n: number): Answer => ({
  status: 200,
  body: { accessToken: `access-${n}`, refreshToken: `refresh-${n}`, expiresInSeconds: 900 },
})
const refused: Answer = { status: 401, body: { code: 'unauthenticated', detail: '请先登录' } }

async function loggedInSession() {
  answer = () => login(1)
  const session = await import('../../src/api/session')
  await session.loginByWechat('hq', 'demo-consumer-1')
  const { call } = await import('../../src/api/http')
  return { session, me: () => session.asMe((token) => call('/api/v1/me', { token })) }
}

describe('the login', () => {
  it('refreshes an expired token once for everyone who waits, and repeats the calls', async () => {
    const { me } = await loggedInSession()
    answer = (path, token) =>
      path.endsWith('/refresh') ? login(2) : token === 'Bearer access-2' ? { status: 200, body: {} } : refused
    await Promise.all([me(), me(), me()])
    expect(calls.filter((call) => call.path.endsWith('/refresh'))).toHaveLength(1)
  })

  it('ends when the refresh is refused', async () => {
    const { session, me } = await loggedInSession()
    answer = () => refused
    await expect(me()).rejects.toMatchObject({ status: 401 })
    expect(session.loggedIn.value).toBe(false)
  })

  it('survives a refresh that the network swallowed', async () => {
    const { session, me } = await loggedInSession()
    answer = (path) => {
      if (path.endsWith('/refresh')) throw new TypeError('network')
      return refused
    }
    await expect(me()).rejects.toMatchObject({ status: 0, code: 'network' })
    expect(session.loggedIn.value).toBe(true)
  })

  it('passes other refusals on in the words of the platform', async () => {
    const { me } = await loggedInSession()
    answer = () => ({ status: 409, body: { code: 'offer-sold-out', detail: '已领完' } })
    await expect(me()).rejects.toMatchObject({ status: 409, code: 'offer-sold-out', detail: '已领完' })
  })
})

describe('what is open to all', () => {
  const near = async () => {
    const { nearbyOffers } = await import('../../src/api/platform')
    return nearbyOffers({ branchId: 'B01' }, undefined, new AbortController().signal)
  }
  const empty: Answer = { status: 200, body: { items: [] } }

  it('is asked for as whoever is logged in, who may find more', async () => {
    await loggedInSession()
    answer = () => empty
    await near()
    expect(calls.at(-1)?.token).toBe('Bearer access-1')
  })

  it('is asked for as anybody without a login, or with one that is over', async () => {
    answer = () => empty
    await near()
    expect(calls.at(-1)?.token).toBeUndefined()
    await loggedInSession()
    answer = (path, token) => (path.endsWith('/refresh') || token ? refused : empty)
    await expect(near()).resolves.toEqual({ items: [] })
    expect(calls.at(-1)?.token).toBeUndefined()
  })
})

describe('demo logins', () => {
  it('are shown on the machine itself or when asked for, nowhere else', async () => {
    const { demoLoginsShown } = await import('../../src/api/session')
    expect(demoLoginsShown({ hostname: 'localhost', search: '' })).toBe(true)
    expect(demoLoginsShown({ hostname: '192.168.1.5', search: '?demo' })).toBe(true)
    expect(demoLoginsShown({ hostname: 'bank.example', search: '?x=demo' })).toBe(false)
  })
})
