import 'reflect-metadata'
import { HttpException } from '@nestjs/common'
import { expect, test } from 'vitest'

test('runs on the Nest that the project is named after', () => {
  // The errorCode of an HttpException came with Nest 12.
  const knowsErrorCode = 'errorCode' in new HttpException('', 400, { errorCode: 'x' } as object)
  expect(knowsErrorCode).toBe(process.env.NEST === '12')
})
