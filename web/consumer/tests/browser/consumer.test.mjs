// The consumer page in a real browser. BASE_URL drives a running platform; without it the page runs against stub.mjs.
import AxeBuilder from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { chromium } from 'playwright-core'
import { DIST, startStub } from './stub.mjs'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const PHONE = { width: 360, height: 740 }
const WAIT = 15_000

const absent = !existsSync(CHROMIUM)
if (absent) {
  console.log(`SKIPPED: browser tests need ${CHROMIUM}; install chromium or set CHROMIUM`)
  if (process.env.CI === 'true') process.exit(1)
}

describe('consumer page', { skip: absent }, () => {
  let stub, browser, base, context, page
  const complaints = []

  before(async () => {
    if (!process.env.BASE_URL) {
      assert.ok(existsSync(join(DIST, 'index.html')), 'the page is not built: npm run build')
      stub = await startStub()
    }
    base = process.env.BASE_URL ?? stub.url
    browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS })
  })
  after(async () => {
    await browser?.close()
    stub?.close()
  })

  beforeEach(async () => {
    await context?.close()
    await open()
  })

  async function open(options = {}) {
    context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...options })
    page = await context.newPage()
    page.setDefaultTimeout(WAIT)
    complaints.length = 0
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
    })
  }

  const test = (name) => page.locator(`[data-test="${name}"]`)

  /** Without a place the page asks for a branch; the first one that has offers will do. */
  async function chooseBranch() {
    await page.goto(`${base}/?demo`)
    const branch = process.env.BRANCH_ID ? page.locator(`[data-branch="${process.env.BRANCH_ID}"]`) : page.locator('[data-branch]').first()
    await branch.click()
    await test('offer').first().waitFor()
    await unshaded()
  }

  /** A sheet's shade swallows clicks and scrolling until it has faded away. */
  const unshaded = () =>
    page.waitForFunction(() => [...document.querySelectorAll('.van-overlay')].every((shade) => getComputedStyle(shade).display === 'none'))

  async function login() {
    await page.locator('[data-code="demo-consumer-1"]').click()
  }

  async function isAccessible(state) {
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    assert.deepEqual(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      [],
      `serious accessibility violations: ${state}`,
    )
  }

  async function fits() {
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    assert.ok(wider <= 0, `page is ${wider} px wider than the phone`)
  }

  /** Sheets and their shade move in; axe measures colours, so it waits. */
  const settled = () => page.waitForTimeout(500)

  it('asks for a branch when the place is not known, and lists offers with their distance', async () => {
    await page.goto(base)
    await page.locator('[data-branch]').first().waitFor()
    await settled()
    await isAccessible('choosing a branch')
    await chooseBranch()
    const distances = await test('distance').allTextContents()
    assert.ok(distances.length > 0)
    for (const distance of distances) assert.match(distance, /^\d+ m$|^\d+(\.\d)? km$/)
    assert.match(await test('place').textContent(), /服务圈 2|服务圈 3/)
    await settled()
    await isAccessible('list')
    await fits()
    assert.deepEqual(complaints, [])
  })

  it('asks around the person in the system browsers use', async () => {
    await context.close()
    await open({ geolocation: { latitude: 30.2525, longitude: 120.165 }, permissions: ['geolocation'] })
    const asked = page.waitForRequest((request) => request.url().includes('/api/v1/nearby/offers'))
    await page.goto(base)
    const query = new URL((await asked).url()).searchParams
    assert.equal(query.get('lat'), '30.2525')
    assert.equal(query.get('lng'), '120.165')
    assert.equal(query.get('crs'), 'WGS84')
    assert.equal(query.get('radius'), '2500')
    const wider = page.waitForRequest((request) => request.url().includes('radius=5000'))
    await test('radii').locator('[data-value="5000"]').click()
    await wider
  })

  it('shows one category when its chip is pressed', async () => {
    await chooseBranch()
    const chip = test('categories').locator('.chip').nth(1)
    const name = (await chip.textContent()).trim()
    const answered = page.waitForResponse((response) => response.url().includes('category='))
    await chip.click()
    const { items } = await (await answered).json()
    assert.equal(await chip.getAttribute('aria-pressed'), 'true')
    for (const item of items) assert.equal(item.category, name)
    await page.waitForFunction((expected) => document.querySelectorAll('[data-test="offer"]').length === expected, items.length)
  })

  it('loads more along the cursor while the person scrolls, each offer once', async () => {
    await chooseBranch()
    const first = await test('offer').count()
    if (first < 20) return
    // As a person does: scroll until there is more.
    await page.waitForFunction((count) => {
      window.scrollTo(0, document.documentElement.scrollHeight)
      return document.querySelectorAll('[data-test="offer"]').length > count
    }, first)
    const ids = await test('offer').evaluateAll((cards) => cards.map((card) => card.dataset.offer))
    assert.equal(new Set(ids).size, ids.length)
  })

  it('says so when nothing is found', async () => {
    await chooseBranch()
    await test('search').fill('绝无此店')
    await test('search').press('Enter')
    await test('state-empty').waitFor()
    assert.equal(await test('offer').count(), 0)
    await isAccessible('nothing found')
  })

  it('repeats the words of the platform when it fails, and tries again', async () => {
    let down = true
    await page.route('**/api/v1/nearby/offers*', (route) =>
      down
        ? route.fulfill({
            status: 503,
            contentType: 'application/problem+json',
            body: JSON.stringify({ status: 503, code: 'dependency-unavailable', detail: '服务暂时不可用，请稍后再试。' }),
          })
        : route.continue(),
    )
    await page.goto(base)
    await page.locator('[data-branch]').first().click()
    await test('state-failed').waitFor()
    assert.match(await test('state-failed').textContent(), /服务暂时不可用，请稍后再试。/)
    await isAccessible('failed')
    down = false
    await test('retry').click()
    await test('offer').first().waitFor()
  })

  it('claims an offer after a login and shows the code for the shop', async () => {
    await chooseBranch()
    await test('offer').first().locator('button').click()
    await test('offer-sheet').waitFor()
    await settled()
    await isAccessible('offer')
    await test('claim').click()
    await test('login-sheet').waitFor()
    await settled()
    await isAccessible('login')
    await login()
    // On a platform that has been used before, this person may hold the coupon already.
    const outcome = test('claimed').or(test('refusal'))
    await outcome.first().waitFor()
    if ((await test('claimed').count()) > 0) await test('to-coupons').click()
    else await page.goto(`${base}/?demo#/coupons`)
    await test('coupon').first().waitFor()
    await settled()
    await isAccessible('coupons')
    await fits()
    await test('use').first().click()
    await test('code').waitFor()
    const before = await test('code').textContent()
    assert.ok(before.trim().length >= 6)
    assert.equal(await page.locator('[data-test="code-sheet"] img').count(), 1)
    assert.match(await test('code-sheet').textContent(), /\d:\d\d 后更新/)
    await settled()
    await isAccessible('code')
    await test('renew').click()
    await page.waitForFunction((old) => document.querySelector('[data-test="code"]')?.textContent !== old, before)
    assert.deepEqual(complaints, [])
  })

  it('speaks English to those who ask for it', async () => {
    await context.close()
    await open({ locale: 'en-GB' })
    const asked = page.waitForRequest((request) => request.url().includes('/api/v1/branches'))
    await page.goto(base)
    assert.equal((await asked).headers()['accept-language'], 'en')
    assert.equal(await page.title(), 'Linli Offers')
    assert.equal(await page.getAttribute('html', 'lang'), 'en')
  })

  it('works by keyboard alone and gives the focus back', async () => {
    await chooseBranch()
    await settled()
    await test('offer').first().locator('button').focus()
    await page.keyboard.press('Enter')
    await test('offer-sheet').waitFor()
    await settled()
    await page.keyboard.press('Escape')
    await test('offer-sheet').waitFor({ state: 'hidden' })
    const focused = await page.evaluate(() => document.activeElement?.closest('[data-test="offer"]') !== null)
    assert.equal(focused, true)
  })
})
