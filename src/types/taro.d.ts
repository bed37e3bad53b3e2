/// <reference types="@tarojs/taro" />
/// <reference types="@tarojs/components/types" />

declare module '*.png' {
  const address: string
  export default address
}
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** The platform of this build; a constant that the build replaces, so that the other platform's branch falls away. */
    TARO_ENV: 'weapp' | 'h5'
    NODE_ENV: 'development' | 'production' | 'test'
  }
}
