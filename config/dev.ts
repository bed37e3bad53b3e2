import type { UserConfigExport } from '@tarojs/cli'

/** The local cloud that config/start.ts put behind the development server; without one only the pages are served. */
const cloud = process.env.LOCAL_CLOUD_URL

/** What a build under watch adds to config/index.ts. */
export default {
  mini: {},
  h5: {
    devServer: {
      host: '127.0.0.1',
      port: Number(process.env.PAGES_PORT ?? 10086),
      open: false,
      proxy: cloud ? [{ context: ['/call', '/files', '/_local'], target: cloud }] : [],
    },
  },
} satisfies UserConfigExport<'webpack5'>
