export type Crs = 'GCJ02' | 'WGS84' | 'BD09'

export interface Point {
  lat: number
  lng: number
  crs?: Crs
}

export interface Page<T> {
  items: T[]
  next?: string | null
}

export interface Branch {
  id: string
  name: string
  address?: string
  point: Point
  radiusMeters: number
  distanceMeters?: number
}

export interface Category {
  code: string
  name: string
  nameEn?: string
}

export type OfferKind = 'PERCENT' | 'CASH_OFF' | 'FIXED_PRICE' | 'GIFT'

export interface NearbyOffer {
  offerId: string
  merchantId: string
  merchantName: string
  title: string
  category: string
  distanceMeters: number
  point: Point
  kind: OfferKind
  validUntil: string
  stockLeft: number
}

export interface OfferDetails {
  id: string
  kind: OfferKind
  percentOff?: number | null
  thresholdFen?: number | null
  offFen?: number | null
  priceFen?: number | null
  listPriceFen?: number | null
  perPersonLimit?: number | null
  terms?: string | null
  status?: string
  stockLeft?: number | null
}

export interface Coupon {
  couponId: string
  offerId: string
  status: string
  validUntil: string
  title?: string
  merchantName?: string
}

export interface RedemptionCode {
  code: string
  expiresAt: string
}

export interface Login {
  accessToken: string
  refreshToken: string
  expiresInSeconds: number
}
