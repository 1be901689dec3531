// Plays the gateway: the built pages with its content rules, and just enough of the API to walk through the page.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))
// The same words as in the gateway's ResponseHeaders: a page that breaks them breaks here.
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
const TYPES = { '.html': 'text/html;charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const CENTRE = { lat: 30.25, lng: 120.15 }
const CATEGORIES = [
  { code: 'food', name: '餐饮', nameEn: 'Food' },
  { code: 'shopping', name: '购物', nameEn: 'Shopping' },
]
const BRANCHES = [
  { id: 'B01', name: '城东支行', address: '东街 1 号', point: { ...CENTRE, crs: 'GCJ02' }, radiusMeters: 2500 },
  { id: 'B02', name: '城西支行', address: '西街 2 号', point: { lat: 30.26, lng: 120.1, crs: 'GCJ02' }, radiusMeters: 2000 },
]
const KINDS = ['PERCENT', 'CASH_OFF', 'FIXED_PRICE', 'GIFT']
const LATER = '2099-12-31T16:00:00Z'
const OFFERS = Array.from({ length: 45 }, (_, i) => ({
  offerId: `o${i + 1}`,
  merchantId: `m${i + 1}`,
  merchantName: i % 2 ? `好再来百货 ${i + 1} 号店` : `老王火锅 ${i + 1} 号店`,
  title: i % 2 ? `全场满 100 减 20（${i + 1}）` : `双人套餐八折（${i + 1}）`,
  category: i % 2 ? '购物' : '餐饮',
  distanceMeters: 40.4 + i * 53.7,
  point: { ...CENTRE, crs: 'GCJ02' },
  kind: KINDS[i % 4],
  validUntil: LATER,
  stockLeft: i === 2 ? 3 : 100,
}))

/** Starts on a free port; answers {url, close}. */
export async function startStub() {
  const claims = new Map()
  const answerApi = apiOver(claims)
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://stub')
    if (url.pathname.startsWith('/api/')) {
      request.resume().on('end', () => answerApi(request, url, response))
    } else {
      page(url.pathname, response)
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

function page(path, response) {
  const file = join(DIST, normalize(path === '/' ? '/index.html' : path))
  if (!file.startsWith(DIST) || !existsSync(file)) return json(response, 404, { status: 404, code: 'not-found', detail: '未找到。' })
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' })
  response.end(readFileSync(file))
}

function apiOver(claims) {
  return (request, url, response) => {
    const path = url.pathname.slice('/api/v1'.length)
    const q = url.searchParams
    const claimed = path.match(/^\/offers\/(\w+)\/claims$/)
    const code = path.match(/^\/me\/coupons\/(\w+)\/redemption-code$/)
    const one = path.match(/^\/offers\/(\w+)$/)
    if (path === '/branches') return json(response, 200, { items: BRANCHES.filter((b) => b.name.includes(q.get('q') ?? '')) })
    if (path === '/categories') return json(response, 200, { items: CATEGORIES })
    if (path === '/nearby/offers') return nearby(q, response)
    if (one) return json(response, 200, details(OFFERS.find((offer) => offer.offerId === one[1])))
    if (path === '/auth/wechat') return json(response, 200, { accessToken: 't', refreshToken: 'r', expiresInSeconds: 900 })
    if (request.headers.authorization !== 'Bearer t') return json(response, 401, { status: 401, code: 'unauthenticated', detail: '请先登录。' })
    if (claimed) return claimOnce(claims, claimed[1], request.headers['idempotency-key'], response)
    if (path === '/me/coupons') return json(response, 200, { items: [...claims.values()] })
    if (code) return json(response, 200, { code: `88${String(Date.now()).slice(-8)}`, expiresAt: new Date(Date.now() + 60_000).toISOString() })
    return json(response, 404, { status: 404, code: 'not-found', detail: '未找到。' })
  }
}

function nearby(q, response) {
  if (!q.get('branchId') && q.get('crs') !== 'WGS84') return json(response, 400, { status: 400, code: 'invalid-parameter', detail: 'crs' })
  const category = CATEGORIES.find((item) => item.code === q.get('category'))
  const words = q.get('q') ?? ''
  const radius = Number(q.get('radius') ?? 2500)
  const found = OFFERS.filter(
    (offer) =>
      (!category || offer.category === category.name) &&
      offer.distanceMeters <= radius &&
      (offer.title + offer.merchantName).includes(words),
  )
  const start = Number(q.get('after') ?? 0)
  const next = start + 20 < found.length ? String(start + 20) : undefined
  json(response, 200, { items: found.slice(start, start + 20), next })
}

function details(offer) {
  const values = { percentOff: 20, thresholdFen: 10_000, offFen: 2_000, priceFen: 1_990, listPriceFen: 3_900 }
  return { id: offer.offerId, kind: offer.kind, ...values, perPersonLimit: 1, terms: '到店使用，每桌限用一张。', stockLeft: offer.stockLeft }
}

function claimOnce(claims, offerId, key, response) {
  if (!key) return json(response, 400, { status: 400, code: 'idempotency-key-required', detail: '缺少 Idempotency-Key。' })
  if (claims.has(offerId)) return json(response, 409, { status: 409, code: 'per-person-limit-reached', detail: '您已领过这张优惠券。' })
  const offer = OFFERS.find((each) => each.offerId === offerId)
  const coupon = { couponId: `c${offerId}`, offerId, status: 'CLAIMED', validUntil: LATER, title: offer.title, merchantName: offer.merchantName }
  claims.set(offerId, coupon)
  json(response, 201, coupon)
}

function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' })
  response.end(JSON.stringify(body))
}
