import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import development from './dev'
import production from './prod'

/** Taro's WeChat templates carry no `aria-*` at all: what is not listed here is dropped without a word. */
const spoken = ['aria-role', 'aria-label', 'aria-hidden']
const stateful = [
  ...spoken,
  'aria-checked',
  'aria-disabled',
  'aria-selected',
  'aria-modal',
  'aria-live',
  'aria-expanded',
]
const attributes = (names: string[]) => Object.fromEntries(names.map((name) => [name, '']))
const aria = {
  View: attributes(stateful),
  Text: attributes(spoken),
  Image: attributes(spoken),
  Input: attributes(spoken),
  Textarea: attributes(spoken),
  Canvas: attributes(spoken),
  Slider: attributes(spoken),
}

// Styles stand in blocks that never set the same property with the same weight, so the order of files does not matter.
const anyOrder = { ignoreOrder: true }

const css = { autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } }

export default defineConfig<'webpack5'>(async (merge, { mode }) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'honglian-tong',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    // PAGES_OUTPUT: config/start/pages.ts builds beside the pages being served and then swaps the folders
    outputRoot: process.env.PAGES_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
    plugins: [['@tarojs/plugin-inject', { components: aria }]],
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    framework: 'react',
    // errorLevel 1: a build with errors ends with a failure; without it Taro ends with 0
    compiler: { type: 'webpack5', prebundle: { enable: false }, errorLevel: 1 },
    // With the persistent cache, modules shared between sub-packages come out stale or not at all.
    cache: { enable: false },
    // The minifier cannot reckon in rpx; what it may not touch, it does not warn about.
    csso: { enable: true, config: { calc: false } },
    mini: { miniCssExtractPluginOption: anyOrder, postcss: { ...css, pxtransform: { enable: true, config: {} } } },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      // The measure of size is the WeChat package; the browser build is for the demo and the desk.
      webpackChain: (chain) => void chain.performance.hints(false),
      devServer: { host: '127.0.0.1', open: false },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ...anyOrder,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      // The root size is fixed in src/index.html: 20 px = 1 rem, so that 1 px here is 1 px on a screen of any width.
      postcss: {
        ...css,
        pxtransform: { enable: true, config: { baseFontSize: 20, maxRootSize: 20, minRootSize: 20 } },
      },
    },
  }
  return merge({}, base, mode === 'development' ? development : production)
})
