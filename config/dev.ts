import type { UserConfigExport } from '@tarojs/cli'

/** What a build under watch adds to config/index.ts. */
export default { mini: {}, h5: {} } satisfies UserConfigExport<'webpack5'>
