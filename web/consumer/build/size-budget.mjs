// The page must open on a slow phone: what it loads at first stays within the budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = 120 * 1024
const dist = new URL('../../dist/', import.meta.url)
const html = readFileSync(new URL('index.html', dist), 'utf8')
const assets = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1])
const size = assets.reduce((sum, asset) => sum + gzipSync(readFileSync(new URL(asset, dist))).length, 0)
const kilobytes = (size / 1024).toFixed(1)
if (assets.length === 0 || size > BUDGET) {
  console.error(`consumer page: ${kilobytes} KB gzip in ${assets.length} files (expected: <= ${BUDGET / 1024} KB)`)
  process.exit(1)
}
console.log(`consumer page: ${kilobytes} KB gzip at first load`)
