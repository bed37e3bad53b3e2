import path from 'node:path'
import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const typescript = ['**/*.ts', '**/*.tsx']
const shipped = ['src/**/*.ts', 'src/**/*.tsx']
const browserOnly = ['**/*.h5.ts', '**/*.h5.tsx']

/** Globals of a browser which WeChat's JavaScript engine does not have; V8 knows them, so only a device would tell. */
const missingInWeChat = [
  ...[
    'window',
    'document',
    'navigator',
    'location',
    'history',
    'screen',
    'alert',
    'confirm',
    'prompt',
    'self',
    'frames',
  ],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance'],
  ...['fetch', 'Headers', 'Request', 'Response', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'FormData', 'Worker'],
  ...['Blob', 'File', 'FileReader', 'Image', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'btoa', 'atob'],
  ...['AbortController', 'AbortSignal', 'Event', 'CustomEvent', 'EventTarget', 'MessageChannel', 'BroadcastChannel'],
  ...['structuredClone', 'requestIdleCallback', 'Intl', 'WeakRef', 'FinalizationRegistry', 'Buffer'],
]

/** `eslint-disable` is a decision: it says why after two dashes. */
const reasonedDisable = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { why: 'Say why beside it: `eslint-disable-next-line <rule> -- <reason>`.' },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments())
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S{3,}/.test(comment.value))
          context.report({ loc: comment.loc, messageId: 'why' })
    },
  }),
}

const budget = (max) => ['error', { max, skipBlankLines: true, skipComments: true }]

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '.shots/**', '.bench/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { ours: { rules: { 'reasoned-disable': reasonedDisable } } },
    rules: {
      'ours/reasoned-disable': 'error',
      // TypeScript sees to undefined names, and knows each file's globals better.
      'no-undef': 'off',
      'no-warning-comments': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implicit-coercion': ['error', { boolean: true, number: true, string: true }],
      'object-shorthand': 'error',
      complexity: ['error', 10],
      'max-lines': budget(250),
      // The aim is 40; 60 is where it stops being a matter of taste.
      'max-lines-per-function': budget(60),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      // node:test collects what `test` returns by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      // A listener may be async; what it rejects with reaches the app's error handler.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },
  {
    files: [...shipped, 'test/**/*.tsx', 'test/support/taro/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: shipped,
    ignores: browserOnly,
    rules: {
      'no-restricted-globals': [
        'error',
        ...missingInWeChat.map((name) => ({
          name,
          message:
            'WeChat has no such global: use the Taro API, or put the browser half into a *.h5.ts(x) file beside this one.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXOpeningElement > JSXIdentifier.name[name=/^[a-z]/]',
          message: 'No HTML tags: use the components of @tarojs/components or src/ui.',
        },
      ],
    },
  },
  { files: ['src/pages/**/*.tsx'], rules: { 'max-lines-per-function': budget(120) } },
  // A table of cases or a story told in one test is not a long function.
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': budget(400) },
  },
  { files: ['**/*.cjs', '**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
