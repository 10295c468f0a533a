/** Runs a named step, says how it went and how long it took, and passes on what it gives. */
export async function step(name, run) {
  const start = performance.now()
  process.stdout.write(`… ${name}`)
  const clear = process.stdout.isTTY ? '\r\x1b[K' : '\n'
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(8)
  try {
    const result = await run()
    console.log(`${clear}✓ ${name.padEnd(72)}${seconds()}`)
    return result
  } catch (error) {
    console.log(`${clear}✗ ${name.padEnd(72)}${seconds()}`)
    throw error
  }
}
