import { expect, it } from 'vitest'
import * as doctor from '../src/index.ts'

it('the public face is this, and a change of it is a decision', () => {
  expect(Object.keys(doctor).sort()).toEqual([
    'createLogReader',
    'diagnose',
    'dissect',
    'explainCode',
    'explainError',
    'explainRefusal',
    'inspectSecretKey',
    'listTencentCodes',
    'listToolkitCodes',
    'packDocument',
    'readSharedDiagnosis',
    'repairTicket',
    'shareDiagnosis',
    'showDuration',
    'showMoment',
  ])
})
