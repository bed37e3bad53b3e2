import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(__dirname, '../..')

const isText = (file: string) => !/\.(png|jpe?g|webp|gif|ico|pdf|xlsx|docx|zip|ttf|woff2?|y4m|wasm)$/.test(file)

/** Every file that is, or is about to be, committed: tracked or new, not ignored. Pictures keep their name with empty text. */
export function readRepository(): Map<string, string> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const names = [...new Set(listed.split('\0'))].filter((name) => {
    const file = path.join(root, name)
    return name !== '' && existsSync(file) && statSync(file).isFile()
  })
  return new Map(names.map((name) => [name, isText(name) ? readFileSync(path.join(root, name), 'utf8') : '']))
}
