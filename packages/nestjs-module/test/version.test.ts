import 'reflect-metadata'
import { HttpException } from '@nestjs/common'
import { expect, test } from 'vitest'

test('runs on the Nest that the project is named after', (context) => {
  // Options of an HttpException came with errorCode in Nest 12 alone.
  expect('errorCode' in new HttpException('', 400, { errorCode: 'x' } as object)).toBe(
    context.task.file.projectName === 'nest12',
  )
})
