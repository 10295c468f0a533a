import type { Diagnosis } from '@usersig/doctor'
import { version } from '../version.ts'
import { words } from '../words/index.ts'
import { createMask } from './mask.ts'

/** A diagnosis in Markdown that can be posted in public: whole, but without tickets, keys, UserIDs and hosts. */
export function drawPublicReport(text: string, diagnosis: Diagnosis, user: string | undefined): string {
  const mask = createMask([diagnosis.claims?.userId, user, ...namesOf(diagnosis, 'user')], namesOf(diagnosis, 'room'))
  const w = words.doctor
  const { kind, verdict, tencentCode, claims, findings, causes } = diagnosis
  const app = claims ? `, SDKAppID ${claims.sdkAppId}` : ''
  const lines = [
    `### ${w.reportTitle}`,
    w.reportMasked,
    '',
    `- ${w.reportVersions}${words.colon}usersig ${version}, Node.js ${process.versions.node}, ${process.platform}`,
    `- ${w.reportInput}${words.colon}${w.kinds[kind]}, ${w.reportCharacters(text.length)}`,
    `- ${w.reportVerdict}${words.colon}${w.reportVerdicts[verdict]}${app}`,
    `- ${w.reportCode}${words.colon}${tencentCode ?? w.reportNone}`,
  ]
  if (findings.length > 0) lines.push('', `**${w.reportFindings}**`, '')
  for (const { code, severity, message, action } of findings) {
    lines.push(`- \`${code}\` (${w.severities[severity]}) ${mask(message)} ${mask(action)}`.trimEnd())
  }
  if (causes.length > 0) lines.push('', `**${w.reportCauses}**`, '')
  for (const [i, { code, message, action, evidence }] of causes.entries()) {
    lines.push(`${i + 1}. \`${code}\` ${mask(message)}`)
    if (action !== '') lines.push(`   - ${w.reportNext} ${mask(action)}`)
    for (const each of evidence) lines.push(`   - ${w.reportEvidence} ${mask(each)}`)
  }
  return lines.join('\n')
}

/** Values of findings that are names of users or rooms: they stand in the messages. */
function namesOf({ findings }: Diagnosis, wanted: 'user' | 'room'): string[] {
  return findings.flatMap(({ about, values }) =>
    about === wanted ? Object.values(values).filter((value) => typeof value === 'string') : [],
  )
}
