import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

let script: string | undefined

/**
 * The script of a worker thread: worker.ts as one CommonJS text. Threads are started from text because node, tsx and jest would
 * each load a .ts file in its own way, and a TypeScript loader in every thread would cost more than the function.
 */
export function workerScript(): string {
  // The command, not esbuild's JavaScript interface: that one refuses to load where a test has a browser's globals.
  script ??= execFileSync(
    process.execPath,
    [
      createRequire(__filename).resolve('esbuild/bin/esbuild'),
      path.join(__dirname, 'worker.ts'),
      '--bundle',
      '--platform=node',
      '--format=cjs',
      '--target=node20',
      // import() has to stay import(): it is how a function written as an ES module is loaded
      '--supported:dynamic-import=true',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  )
  return script
}
