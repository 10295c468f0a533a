import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXPIRE, SDK_APP_ID, SECRET_KEY } from './cases.ts'

/*
 * The official programs in other languages, which are no part of this project: USERSIG_OFFICIAL names a folder with
 * checkouts of tls-sig-api-v2-golang and tls-sig-api-v2-php. What is not there, or cannot be run here, is named.
 */

/** Microseconds an operation, or why there are none. */
export interface Program {
  readonly name: string
  readonly sign?: number
  readonly verify?: number
  readonly missing?: string
}

const OPERATIONS = 100_000

const GO = `package main

import (
	"fmt"
	"syscall"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"
)

func processor() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1000
}

func main() {
	const n = ${OPERATIONS}
	tickets := make([]string, n)
	begin := processor()
	for i := 0; i < n; i++ {
		tickets[i], _ = tencentyun.GenUserSig(${SDK_APP_ID}, "${SECRET_KEY}", fmt.Sprintf("user-%04d", i%1024), ${EXPIRE})
	}
	sign := processor() - begin
	now := time.Now()
	begin = processor()
	for i := 0; i < n; i++ {
		if err := tencentyun.VerifyUserSig(${SDK_APP_ID}, "${SECRET_KEY}", fmt.Sprintf("user-%04d", i%1024), tickets[i], now); err != nil {
			panic(err)
		}
	}
	fmt.Printf("[%f,%f]", sign/n, (processor()-begin)/n)
}
`

const PHP = `<?php
require $argv[1];
$api = new \\Tencent\\TLSSigAPIv2(${SDK_APP_ID}, '${SECRET_KEY}');
function processor() {
  $usage = getrusage();
  return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}
$n = ${OPERATIONS};
$tickets = [];
$begin = processor();
for ($i = 0; $i < $n; $i++) $tickets[] = $api->genUserSig(sprintf('user-%04d', $i % 1024), ${EXPIRE});
$sign = processor() - $begin;
$begin = processor();
for ($i = 0; $i < $n; $i++) {
  if (!$api->verifySig($tickets[$i], sprintf('user-%04d', $i % 1024), $time, $expire, $error)) throw new Exception($error);
}
echo json_encode([$sign / $n, (processor() - $begin) / $n]);
`

function runGo(folder: string, work: string): string {
  cpSync(join(folder, 'tencentyun', 'TLSSigAPI.go'), join(work, 'tencentyun', 'TLSSigAPI.go'))
  cpSync(join(folder, 'tencentyun', 'base64url.go'), join(work, 'tencentyun', 'base64url.go'))
  writeFileSync(join(work, 'go.mod'), 'module github.com/tencentyun/tls-sig-api-v2-golang\n\ngo 1.16\n')
  writeFileSync(join(work, 'main.go'), GO)
  execFileSync('go', ['build', '-o', 'peer', '.'], { cwd: work, stdio: 'pipe' })
  return execFileSync(join(work, 'peer')).toString()
}

function runPhp(folder: string, work: string): string {
  writeFileSync(join(work, 'peer.php'), PHP)
  return execFileSync('php', [join(work, 'peer.php'), join(folder, 'src', 'TLSSigAPIv2.php')]).toString()
}

function measureProgram(name: string, repository: string, run: typeof runGo, version: readonly string[]): Program {
  const folder = join(process.env['USERSIG_OFFICIAL'] ?? '', repository)
  if (!process.env['USERSIG_OFFICIAL'] || !existsSync(folder)) {
    return { name, missing: `not measured: USERSIG_OFFICIAL names no folder with ${repository}` }
  }
  const work = mkdtempSync(join(tmpdir(), 'usersig-peer-'))
  try {
    const [program = '', ...args] = version
    const [line = ''] = execFileSync(program, args, { stdio: 'pipe' }).toString().split('\n')
    const [sign = Number.NaN, verify = Number.NaN] = JSON.parse(run(folder, work)) as number[]
    return { name: `${name}, ${/\d+\.\d+(\.\d+)?/.exec(line)?.[0]}`, sign: round1(sign), verify: round1(verify) }
  } catch (error) {
    return { name, missing: `not measured: ${(error as Error).message.split('\n')[0]}` }
  } finally {
    rmSync(work, { recursive: true })
  }
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}

/** Official programs whose toolchain and checkout are there. */
export function measureOfficialPrograms(): readonly Program[] {
  return [
    measureProgram('Go', 'tls-sig-api-v2-golang', runGo, ['go', 'version']),
    measureProgram('PHP', 'tls-sig-api-v2-php', runPhp, ['php', '--version']),
  ]
}
