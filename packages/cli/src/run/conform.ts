import { trialsOfAddress, trialsOfCommand } from '../conform/command-trials.ts'
import { trialsOfEndpoint } from '../conform/endpoint-trials.ts'
import { namesInputs } from '../conform/inputs.ts'
import { openLineProgram } from '../conform/line-program.ts'
import { type Score, scoreTrials } from '../conform/score.ts'
import { trialsOfSigner } from '../conform/signer-trials.ts'
import { trialsOfVerifier } from '../conform/verifier-trials.ts'
import { CliError, EXIT } from '../exit.ts'
import { readHeader, readUrl } from '../input/http.ts'
import { findKeys, type KeyOptions, needKey } from '../input/keys.ts'
import { escapeControls, note, out, padTo, print, printJson, redactAll, widthOf } from '../output/terminal.ts'
import { words } from '../words/index.ts'

interface ConformOptions extends KeyOptions {
  readonly command?: string
  readonly url?: string
  readonly lines?: true
  readonly header?: readonly string[]
  readonly timeout: number
  readonly json?: true
}

/** Scores a signer, a verifier or an endpoint, and says for each group what went wrong first. */
export async function conform(options: ConformOptions): Promise<void> {
  const scores = redactAll(await scoreOf(options))
  const sum = (name: 'passed' | 'failed' | 'skipped') => scores.reduce((all, score) => all + score[name], 0)
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  process.exitCode = total.failed > 0 || total.passed === 0 ? EXIT.invalid : EXIT.ok
  if (options.json) printJson({ right: process.exitCode === EXIT.ok, ...total, scores })
  else draw(scores, total)
}

async function scoreOf({ command, url, lines, header = [], timeout, ...keys }: ConformOptions): Promise<Score[]> {
  if ((command === undefined) === (url === undefined)) throw new CliError(words.conform.either)
  if (command !== undefined) {
    return lines ? await scoreLines(command, timeout) : await scoreTrials(trialsOfCommand(command, timeout))
  }
  const address = String(url)
  if (namesInputs(address)) {
    const { sdkAppId, secretKey } = await needKey(keys)
    const [first = ''] = [secretKey].flat()
    return await scoreTrials(trialsOfAddress(address, { sdkAppId, secretKey: first }, timeout))
  }
  const login = Object.fromEntries(header.map(readHeader).map(([name, value]) => [name.toLowerCase(), value]))
  if (header.length === 0) note(words.conform.noLogin)
  const [key] = findKeys(keys)
  if (!key) note(words.conform.noKey)
  return await scoreTrials(trialsOfEndpoint({ url: readUrl(address), login, key, timeout }))
}

async function scoreLines(command: string, timeout: number): Promise<Score[]> {
  const program = openLineProgram(command, timeout)
  try {
    return await scoreTrials([...trialsOfSigner(program), ...trialsOfVerifier(program)])
  } finally {
    await program.close()
  }
}

function draw(scores: readonly Score[], total: Pick<Score, 'passed' | 'failed' | 'skipped'>): void {
  const { conform } = words
  const width = Math.max(...scores.map(({ group }) => widthOf(conform.groups[group])))
  for (const { group, passed, failed, skipped, first, others = [] } of scores) {
    const tried = passed + failed
    const mark = failed > 0 ? out.red('✗') : tried > 0 ? out.green('✓') : out.dim('·')
    const said = tried > 0 ? conform.score(passed, tried) : conform.notTried
    print(
      `${mark} ${padTo(conform.groups[group], width)}  ${said}${tried > 0 && skipped > 0 ? conform.left(skipped) : ''}`,
    )
    if (!first) continue
    print(`  ${escapeControls(`${first.name}${words.colon}${first.message}`)}`)
    if (first.action !== '') print(`  ${out.dim(escapeControls(first.action))}`)
    if (others.length > 0) print(`  ${out.dim(conform.others(others.map(escapeControls).join(words.semicolon)))}`)
  }
  const { passed, failed } = total
  const faulty = scores.filter((score) => score.failed > 0)
  if (faulty.length > 0 && faulty.every(({ group }) => group === 'refuseInputs')) print(out.green(conform.ticketsRight))
  if (failed === 0) print(passed === 0 ? out.red(conform.nothing) : out.green(conform.right(passed)))
  else print(out.red(conform.wrong(failed, passed + failed)))
}
