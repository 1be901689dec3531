import { computed, onScopeDispose, ref } from 'vue'
import { platformNow } from '../api/http'

/** Seconds left until an instant of the platform's clock. */
export function useCountdown(onEnd: () => void) {
  const left = ref(0)
  let end = 0
  let timer: ReturnType<typeof setInterval> | undefined

  function until(instant: string): void {
    stop()
    end = Date.parse(instant)
    tick()
    timer = setInterval(tick, 500)
  }

  function tick(): void {
    left.value = Math.max(0, (end - platformNow()) / 1000)
    if (left.value === 0) {
      stop()
      onEnd()
    }
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  onScopeDispose(stop, true)
  return { left: computed(() => left.value), until, stop }
}
