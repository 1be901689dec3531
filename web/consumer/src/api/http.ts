/** A refusal as the platform words it (problem details), or the network's silence (status 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(`${status} ${code}`)
  }
}

export interface Call {
  method?: 'GET' | 'POST'
  body?: unknown
  token?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

const TIMEOUT_MILLIS = 15_000

let clockOffsetMillis = 0
let spoken = 'zh-CN'

/** The platform's clock; a phone's may be minutes off, and codes live for less. */
export function platformNow(): number {
  return Date.now() + clockOffsetMillis
}

export function answerIn(language: string): void {
  spoken = language
}

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': spoken, ...options.headers }
  if (options.body !== undefined) headers['Content-Type'] = 'application/json'
  if (options.token) headers.Authorization = `Bearer ${options.token}`
  const timer = new AbortController()
  const timeout = setTimeout(() => timer.abort(), TIMEOUT_MILLIS)
  options.signal?.addEventListener('abort', () => timer.abort())
  try {
    const response = await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: timer.signal,
    })
    learnClock(response.headers.get('Date'))
    if (!response.ok) throw await refusalOf(response)
    return (response.status === 204 ? undefined : await response.json()) as T
  } catch (failure) {
    if (failure instanceof Refusal || options.signal?.aborted) throw failure
    throw new Refusal(0, 'network', '')
  } finally {
    clearTimeout(timeout)
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const problem = (await response.json()) as { code?: string; detail?: string }
    return new Refusal(response.status, problem.code ?? 'unknown', problem.detail ?? '')
  } catch {
    return new Refusal(response.status, 'unknown', '')
  }
}

function learnClock(date: string | null): void {
  const server = date ? Date.parse(date) : NaN
  if (!Number.isNaN(server)) {
    // The header has whole seconds; half a second is its middle.
    const offset = server + 500 - Date.now()
    clockOffsetMillis = Math.abs(offset) < 2_000 ? 0 : offset
  }
}
