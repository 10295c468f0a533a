import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Builds in `folder` what a program needs, from its sources, and returns the command for `usersig conform --lines`. */
export type Build = (sources: string, folder: string) => string

const HERE = fileURLToPath(new URL('../programs/', import.meta.url))

/** Where Debian's libandroid-json-org-java, or a Maven download, puts the only library that the one for Java needs. */
const JSON_JAR = process.env['JSON_JAR'] ?? '/usr/share/java/json-latest.jar'

/** Sources of zlib.net, such as github.com/TomasBouda/zlib.net, which the one for C# takes from NuGet. */
const ZLIB_NET = process.env['ZLIB_NET'] ?? ''

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Copies one of our files, with the name of the edition that it calls. */
function copyFor(edition: string, file: string, target: string): void {
  writeFileSync(target, readFileSync(join(HERE, file), 'utf8').replaceAll('tencentyun', edition))
}

export function buildGo(edition: string): Build {
  return (sources, folder) => {
    const module = `github.com/${edition}/tls-sig-api-v2-golang`
    copyFor(edition, 'go/main.go', join(folder, 'main.go'))
    cpSync(join(sources, 'tencentyun'), join(folder, 'official', edition), { recursive: true })
    writeFileSync(join(folder, 'official/go.mod'), `module ${module}\n`)
    const replace = `require ${module} v0.0.0\n\nreplace ${module} => ./official\n`
    writeFileSync(join(folder, 'go.mod'), `module conform\n\ngo 1.18\n\n${replace}`)
    run('go', ['build', '-o', 'conform', '.'], folder)
    return `'${folder}/conform'`
  }
}

export function buildJava(edition: string): Build {
  return (sources, folder) => {
    const path = ['-cp', JSON_JAR, '-sourcepath', join(sources, 'src/main/java')]
    copyFor(edition, 'java/Conform.java', join(folder, 'Conform.java'))
    run('javac', ['-nowarn', ...path, '-d', folder, join(folder, 'Conform.java')], folder)
    return `java -cp '${folder}:${JSON_JAR}' Conform`
  }
}

export function buildCSharp(edition: string): Build {
  return (sources, folder) => {
    copyFor(edition, 'cs/Conform.cs', join(folder, 'Conform.cs'))
    const library = readdirSync(ZLIB_NET).filter((name) => name.endsWith('.cs'))
    const files = [
      join(folder, 'Conform.cs'),
      join(HERE, 'cs/zlib.cs'),
      join(sources, 'tls-sig-api-v2-cs/TLSSigAPIv2.cs'),
      ...library.map((name) => join(ZLIB_NET, name)),
    ]
    run('mcs', ['-warn:0', '-out:conform.exe', '-r:System.Web.Extensions', ...files], folder)
    return `mono '${folder}/conform.exe'`
  }
}

export const buildPhp: Build = (sources) => `php '${HERE}conform.php' '${sources}'`

export const buildPython: Build = (sources) => `PYTHONPATH='${sources}' python3 '${HERE}conform.py'`

export const buildNode: Build = (sources) => `'${process.execPath}' '${HERE}conform.cjs' '${sources}/TLSSigAPIv2.js'`

export const buildCpp: Build = (sources, folder) => {
  const own = ['tls_sig_api_v2.cpp', 'opensslthreadlock.cpp'].map((name) => join(sources, 'src', name))
  const flags = ['-w', '-O1', '-DUSE_OPENSSL', '-DFMT_HEADER_ONLY', '-DRAPIDJSON_HAS_STDSTRING=1']
  const libraries = ['-lz', '-lcrypto', '-lpthread']
  run(
    'g++',
    [...flags, '-I', join(sources, 'src'), join(HERE, 'conform.cpp'), ...own, '-o', 'conform', ...libraries],
    folder,
  )
  return `'${folder}/conform'`
}

/** The generator of the kits in JavaScript, from the file of that name. */
export function buildGenerator(file: string): Build {
  return (sources, folder) => {
    copyFileSync(join(sources, file), join(folder, 'generator.mjs'))
    return `'${process.execPath}' '${HERE}generator.mjs' '${folder}/generator.mjs'`
  }
}

/** The generator for the Mac, on GNUstep, whose runtime for Clang has no subscripts. */
export const buildMac: Build = (sources, folder) => {
  const official = readFileSync(join(sources, 'Mac/Demo/TUIKitDemo/Debug/GenerateTestUserSig.m'), 'utf8')
  const called = official
    .replace('obj[@"TLS.sig"] = sig;', '[obj setObject:sig forKey:@"TLS.sig"];')
    .replace('obj[key]', '[obj objectForKey:key]')
  writeFileSync(join(folder, 'GenerateTestUserSig.m'), called)
  const ask = (what: string) => execFileSync('gnustep-config', [what], { encoding: 'utf8' }).trim().split(' ')
  const headers = execFileSync('gcc', ['-print-file-name=include'], { encoding: 'utf8' }).trim()
  const files = ['GenerateTestUserSig.m', join(HERE, 'mac/Conform.m')]
  const flags = ['-w', ...ask('--objc-flags'), '-fobjc-runtime=gcc', '-I', headers, '-I', join(HERE, 'mac')]
  const libraries = ['-L', join(headers, '..'), ...ask('--base-libs'), '-lcrypto', '-lz']
  run('clang', [...flags, ...files, '-o', 'conform', ...libraries], folder)
  return `'${folder}/conform'`
}
