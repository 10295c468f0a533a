import { type Diagnosis, explainCode, type Finding } from '@usersig/doctor'
import { roomRows } from './anatomy.ts'
import { escapeControls, out, quoted, table } from './terminal.ts'

const KINDS: Record<Diagnosis['kind'], string> = {
  user_sig: 'a UserSig',
  private_map_key: 'a PrivateMapKey',
  user_sig_with_buffer: 'a UserSig with a user buffer',
  ecdsa_user_sig: 'a UserSig of the old ECDSA scheme',
  message: 'a message',
  code: 'a code',
  jwt: 'a JWT',
  other_token: 'a token of another vendor',
  secret_key: 'a secret key',
  private_key: 'a private key',
  cloud_api_key: 'a key of the cloud API',
  number: 'a number',
  empty: 'an empty text',
  unknown: 'not a ticket',
}

function markOf({ severity, action }: Finding): string {
  if (severity === 'error') return out.red('✗')
  // What asks for something is no good news.
  return severity === 'warning' || action !== '' ? out.yellow('!') : out.green('✓')
}

const VERDICTS: Record<Diagnosis['verdict'], string> = {
  valid: out.green('This ticket works.'),
  invalid: out.red('This ticket does not work.'),
  unverified: out.yellow('Nothing is wrong that can be seen without its key.'),
  none: out.yellow('There is no ticket in it.'),
}

/** A diagnosis as lines of a terminal. */
export function drawDiagnosis({ kind, verdict, findings, causes, claims, tencentCode }: Diagnosis): string {
  const who = claims ? ` for ${out.bold(quoted(claims.userId))}, SDKAppID ${claims.sdkAppId}` : ''
  const lines = [`${VERDICTS[verdict]} It is ${KINDS[kind]}${who}.`, '']
  for (const finding of findings) {
    lines.push(`  ${markOf(finding)} ${escapeControls(finding.message)}`)
    if (finding.action !== '') lines.push(`    ${out.dim(finding.action)}`)
  }
  if (claims?.room) lines.push('', table(roomRows(claims)))
  const seen = findings.map(({ code }) => code as string)
  const likely = causes.filter(({ code }) => !seen.includes(code))
  if (likely.length > 0) lines.push('', '  What may be behind it, the most likely first:')
  for (const { message, action } of likely) lines.push(`  - ${escapeControls(message)}`, `    ${out.dim(action)}`)
  if (tencentCode !== undefined) {
    const meaning = explainCode(tencentCode)[0]?.meaning ?? ''
    // Nobody but Tencent knows; the documents say so much.
    lines.push(
      '',
      `  Tencent ${verdict === 'none' ? 'says' : 'would answer'} ${out.bold(String(tencentCode))}: ${meaning}`,
    )
  }
  return lines.join('\n')
}
