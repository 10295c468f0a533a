import { signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

/** Whether the window of the page is seen. */
export const windowSeen = signal(document.visibilityState === 'visible')

document.addEventListener('visibilitychange', () => {
  windowSeen.value = document.visibilityState === 'visible'
})

/** Whether the panel around a component is the open one. */
export const PanelOpen = createContext(true)

/** Whether a component is before somebody's eyes: what is not must neither tick nor hold a connection. */
export function useSeen(): boolean {
  return useContext(PanelOpen) && windowSeen.value
}

/** Unix seconds, at which a component is drawn anew again and again as long as it is seen. */
export function useNow(milliseconds = 1000): number {
  const seen = useSeen()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!seen) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), milliseconds)
    return () => clearInterval(timer)
  }, [seen, milliseconds])
  return now / 1000
}
