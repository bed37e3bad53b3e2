import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const fileRefusals: Words<Contracts['file']> = {
  fileTypeRefused: '不支持这种文件，请换成图片或常用文档',
  fileTooLarge: '文件太大，请压缩后再上传',
  textRisky: '文件名未通过安全检查，请改名后再上传',
  tooMany: '上传得太频繁，请稍后再试',
}
