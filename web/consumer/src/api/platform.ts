import { call } from './http'
import { asMe, asMeOrAnybody } from './session'
import type { Branch, Category, Coupon, NearbyOffer, OfferDetails, Page, RedemptionCode } from './types'

export interface NearbySearch {
  lat?: number
  lng?: number
  crs?: 'WGS84'
  branchId?: string
  radius?: number
  category?: string
  q?: string
}

export function nearbyOffers(search: NearbySearch, after: string | undefined, signal: AbortSignal): Promise<Page<NearbyOffer>> {
  return asMeOrAnybody((token) => call(`/api/v1/nearby/offers?${query({ ...search, size: 20, after })}`, { token, signal }))
}

export function branches(q: string, after: string | undefined, signal: AbortSignal): Promise<Page<Branch>> {
  return call(`/api/v1/branches?${query({ q: q || undefined, size: 50, after })}`, { signal })
}

export async function categories(): Promise<Category[]> {
  return (await call<Page<Category>>('/api/v1/categories')).items
}

export function offer(id: string): Promise<OfferDetails> {
  return call(`/api/v1/offers/${encodeURIComponent(id)}`)
}

/** The key stays the same when the same claim is tried again: a lost answer never costs a second coupon. */
export function claim(offerId: string, idempotencyKey: string): Promise<Coupon> {
  return asMe((token) =>
    call(`/api/v1/offers/${encodeURIComponent(offerId)}/claims`, {
      method: 'POST',
      token,
      headers: { 'Idempotency-Key': idempotencyKey },
    }),
  )
}

export function myCoupons(after: string | undefined, signal: AbortSignal): Promise<Page<Coupon>> {
  return asMe((token) => call(`/api/v1/me/coupons?${query({ size: 20, after })}`, { token, signal }))
}

export function redemptionCode(couponId: string): Promise<RedemptionCode> {
  return asMe((token) =>
    call(`/api/v1/me/coupons/${encodeURIComponent(couponId)}/redemption-code`, { method: 'POST', token }),
  )
}

/** crypto.randomUUID exists on https only; phones on the local network have http. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function query(values: Record<string, string | number | undefined>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  return parameters.toString()
}
