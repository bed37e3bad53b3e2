'use strict'
const path = require('node:path')

// Instants are the same everywhere, days are not: the suite says in which zone it runs. `npm test` repeats `domain` in another one.
process.env.TZ ??= 'UTC'

const rootDir = path.resolve(__dirname, '..')

/** Packages that ship only ES modules (or whose stylesheets are imported through JS) and therefore pass through babel. */
const esmOnly = ['@swc/helpers', '@babel/runtime/helpers/esm', 'lodash-es', 'qr']

/** What runs in a function or on a machine is compiled for this Node, not for old telephones. */
const forNode = {
  configFile: false,
  babelrc: false,
  presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'],
}

/** What a phone shows is compiled as the builds do it: the root babel.config.js. */
const common = {
  rootDir,
  transform: {
    '\\.[jt]sx$|/src/(ui|features|pages)/': ['babel-jest', { configFile: path.join(rootDir, 'babel.config.js') }],
    '\\.[cm]?[jt]s$': ['babel-jest', forNode],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/dist/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'jsx', 'json', 'node'],
  moduleNameMapper: {
    '\\.(scss|css)$': '<rootDir>/test/support/taro/style.ts',
    '\\.(png|jpg|jpeg|svg|webp)$': '<rootDir>/test/support/taro/asset.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/components$': '<rootDir>/test/support/taro/components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/support/taro/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
  testEnvironment: 'node',
}

const ring = (displayName, overrides = {}) => ({
  ...common,
  displayName,
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts?(x)`],
  ...overrides,
})

/** @type {import('jest').Config} */
module.exports = {
  rootDir,
  maxWorkers: 2,
  collectCoverage: false,
  // Read from here only, not from a project. Generous: it is there to end what hangs, never to measure.
  testTimeout: 60_000,
  projects: [
    ring('architecture', { testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/support/**/*.test.ts'] }),
    ring('domain'),
    ring('cloudfunctions'),
    ring('local-cloud'),
    // The commands behind npm start, npm run deploy and the build of the functions.
    ring('config'),
    ring('pages', {
      testMatch: ['<rootDir>/test/pages/**/*.test.ts?(x)', '<rootDir>/test/support/**/*.test.tsx'],
      testEnvironment: 'jsdom',
      // The page is a browser's, the packages under it are Node's: the functions run in the same process.
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
      setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts', '<rootDir>/test/support/setup-pages.ts'],
    }),
    // Runs the built dist/weapp: `npm run build:weapp` first.
    ring('weapp'),
  ],
}
