import { useEffect, useState } from 'preact/hooks'

/** Unix seconds, at which a component is drawn anew again and again. */
export function useNow(milliseconds = 500): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
  return now / 1000
}
