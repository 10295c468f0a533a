import { explainTencentError } from '@usersig/core'
import type { Diagnosis, Finding } from '@usersig/core/doctor'
import { out } from './terminal.ts'

const KINDS: Record<Diagnosis['kind'], string> = {
  user_sig: 'a UserSig',
  private_map_key: 'a PrivateMapKey',
  user_sig_with_buffer: 'a UserSig with a user buffer',
  ecdsa_user_sig: 'a UserSig of the old ECDSA scheme',
  jwt: 'a JWT',
  agora_token: 'a token of Agora',
  secret_key: 'a secret key',
  private_key: 'a private key',
  sdk_app_id: 'a number',
  empty: 'nothing',
  unknown: 'no ticket',
}

const MARKS: Record<Finding['severity'], string> = {
  error: out.red('✗'),
  warning: out.yellow('!'),
  info: out.green('✓'),
}

const VERDICTS: Record<Diagnosis['verdict'], string> = {
  valid: out.green('This ticket works.'),
  invalid: out.red('This ticket does not work.'),
  unverified: out.yellow('Nothing is wrong that can be seen without its key.'),
}

/** A diagnosis as lines of a terminal. */
export function drawDiagnosis({ kind, verdict, findings, claims, tencentCode }: Diagnosis): string {
  const who = claims ? ` for ${out.bold(JSON.stringify(claims.userId))}, SDKAppID ${claims.sdkAppId}` : ''
  const lines = [`${VERDICTS[verdict]} It is ${KINDS[kind]}${who}.`, '']
  for (const { severity, message, action } of findings) {
    lines.push(`  ${MARKS[severity]} ${message}`)
    if (action !== '') lines.push(`    ${out.dim(action)}`)
  }
  if (tencentCode !== undefined) {
    const meaning = explainTencentError(tencentCode)?.meaning ?? ''
    lines.push('', `  Tencent answers ${out.bold(String(tencentCode))}: ${meaning}`)
  }
  return lines.join('\n')
}
