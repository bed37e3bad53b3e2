import type { UserConfigExport } from '@tarojs/cli'

/** What a build for people adds to config/index.ts. */
export default { mini: {}, h5: {} } satisfies UserConfigExport<'webpack5'>
