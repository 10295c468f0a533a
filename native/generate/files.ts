import { arkts } from './arkts.ts'
import { dart } from './dart.ts'
import { kotlin } from './kotlin.ts'
import { type Field, readFields } from './model.ts'
import { swift } from './swift.ts'
import { unity } from './unity.ts'

const WRITERS: Readonly<Record<string, (fields: readonly Field[]) => string>> = {
  'arkts/UserSigClient.ets': arkts,
  'dart/usersig_client.dart': dart,
  'kotlin/UserSigClient.kt': kotlin,
  'swift/UserSigClient.swift': swift,
  'unity/UserSigClient.cs': unity,
}

/** The files to copy, by their paths in this folder. */
export function makeFiles(): Map<string, string> {
  const fields = readFields()
  return new Map(Object.entries(WRITERS).map(([path, write]) => [path, write(fields)]))
}
