import { computed, ref } from 'vue'
import type { NearbySearch } from '../api/platform'
import type { Branch } from '../api/types'

export type Place = { kind: 'point'; lat: number; lng: number } | { kind: 'branch'; branch: Branch }
export type Locating = 'asking' | 'known' | 'unknown'

const BRANCH = 'linli.branch'
const ANSWER_WITHIN_MILLIS = 8_000

const place = ref<Place>()
const locating = ref<Locating>('unknown')

/** Where to look. The person's own place stays in memory only; of a branch the choice is remembered. */
export function usePlace() {
  const search = computed<NearbySearch | undefined>(() => {
    const here = place.value
    if (!here) return undefined
    return here.kind === 'branch'
      ? { branchId: here.branch.id }
      : { lat: here.lat, lng: here.lng, crs: 'WGS84' }
  })

  async function start(): Promise<void> {
    if (place.value) return
    const remembered = rememberedBranch()
    if (remembered) chooseBranch(remembered)
    else await locate()
  }

  /** Browsers answer in WGS-84; the request says so (rule G-2). */
  async function locate(): Promise<void> {
    locating.value = 'asking'
    try {
      const { coords } = await position()
      place.value = { kind: 'point', lat: coords.latitude, lng: coords.longitude }
      locating.value = 'known'
      remember(undefined)
    } catch {
      locating.value = place.value ? 'known' : 'unknown'
    }
  }

  function chooseBranch(branch: Branch): void {
    place.value = { kind: 'branch', branch }
    locating.value = 'known'
    remember(branch)
  }

  return { place, locating, search, start, locate, chooseBranch }
}

function position(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation || !window.isSecureContext) reject(new Error('no geolocation here'))
    else
      navigator.geolocation.getCurrentPosition(resolve, reject, {
        timeout: ANSWER_WITHIN_MILLIS,
        maximumAge: 60_000,
        enableHighAccuracy: true,
      })
  })
}

function rememberedBranch(): Branch | undefined {
  try {
    const text = localStorage.getItem(BRANCH)
    return text ? (JSON.parse(text) as Branch) : undefined
  } catch {
    return undefined
  }
}

function remember(branch: Branch | undefined): void {
  try {
    if (branch) localStorage.setItem(BRANCH, JSON.stringify(branch))
    else localStorage.removeItem(BRANCH)
  } catch {
    // Not remembered; nothing is lost but one tap next time.
  }
}
