import { computed, ref } from 'vue'
import { call, Refusal } from './http'
import type { Login } from './types'

const STORED = 'linli.session'
export const DEMO_ACCOUNT = 'hq'
export const DEMO_CODES = Array.from({ length: 8 }, (_, i) => `demo-consumer-${i + 1}`)

const current = ref<Login | undefined>(stored())
let refreshing: Promise<void> | undefined

export const loggedIn = computed(() => current.value !== undefined)

/**
 * Demo logins exist only where the platform runs with its WeChat sandbox; the real WeChat refuses these codes. They are
 * offered on the machine itself, or by ?demo in the address, and are never a way in.
 */
export function demoLoginsShown(location: Pick<Location, 'hostname' | 'search'>): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname) || new URLSearchParams(location.search).has('demo')
}

export async function loginByWechat(accountId: string, code: string): Promise<void> {
  keep(await call<Login>('/api/v1/auth/wechat', { method: 'POST', body: { accountId, code } }))
}

export async function logout(): Promise<void> {
  const session = current.value
  keep(undefined)
  if (session) {
    await call('/api/v1/auth/logout', { method: 'POST', body: { refreshToken: session.refreshToken } }).catch(() => {})
  }
}

/** Runs a call with the token of the one who is logged in; an expired token is refreshed once. */
export async function asMe<T>(run: (token: string) => Promise<T>): Promise<T> {
  const session = current.value
  if (!session) throw new Refusal(401, 'unauthenticated', '')
  try {
    return await run(session.accessToken)
  } catch (failure) {
    if (!(failure instanceof Refusal) || failure.status !== 401) throw failure
    await refresh(session)
    const renewed = current.value
    if (!renewed) throw failure
    return run(renewed.accessToken)
  }
}

/** As whoever is logged in, else as anybody: what is open to all may have more for some. */
export async function asMeOrAnybody<T>(run: (token?: string) => Promise<T>): Promise<T> {
  if (!current.value) return run()
  try {
    return await asMe(run)
  } catch (failure) {
    if (failure instanceof Refusal && failure.status === 401) return run()
    throw failure
  }
}

/** One refresh at a time: a refresh token used twice would look stolen. */
function refresh(expired: Login): Promise<void> {
  if (current.value !== expired) return Promise.resolve()
  refreshing ??= call<Login>('/api/v1/auth/refresh', { method: 'POST', body: { refreshToken: expired.refreshToken } })
    .then(keep)
    .catch((failure: unknown) => {
      if (failure instanceof Refusal && failure.status >= 400 && failure.status < 500) keep(undefined)
      else throw failure
    })
    .finally(() => {
      refreshing = undefined
    })
  return refreshing
}

function keep(session: Login | undefined): void {
  current.value = session
  try {
    if (session) sessionStorage.setItem(STORED, JSON.stringify(session))
    else sessionStorage.removeItem(STORED)
  } catch {
    // Without storage the login lasts as long as the page.
  }
}

function stored(): Login | undefined {
  try {
    const text = sessionStorage.getItem(STORED)
    return text ? (JSON.parse(text) as Login) : undefined
  } catch {
    return undefined
  }
}
