import type { Page } from 'playwright-core'
import { press, pressNamed, sees } from '../hand'

/** A file as it lies on somebody's device. */
const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) })

/** One-to-one guidance, as an enterprise's contact and whoever guides meet it. */
export class Guidance {
  constructor(readonly page: Page) {}

  private field(label: string) {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true }).first()
  }

  write(label: string, words: string): Promise<void> {
    return this.field(label).fill(words)
  }

  choose(name: string | RegExp): Promise<void> {
    return this.page.getByRole('radio', { name }).filter({ visible: true }).first().click()
  }

  /** Presses a button of the sheet that lies over the page. */
  confirm(name: string): Promise<void> {
    return this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  }

  async onTo(stage: string): Promise<void> {
    await pressNamed(this.page, `进入“${stage}”`)
    await this.page
      .getByRole('listitem', { name: `${stage}，进行中` })
      .filter({ visible: true })
      .first()
      .waitFor()
  }

  async addItem(title: string, day: string): Promise<void> {
    await pressNamed(this.page, '添加一项')
    await this.write('要准备什么', title)
    await this.write('什么时候办好', day)
    await this.confirm('添加')
    await sees(this.page, title)
  }

  /** Uploads a file: of a new kind, or with `kind` known its next version. */
  async upload(kind: string, name: string, isNew: boolean): Promise<void> {
    await pressNamed(this.page, isNew ? '上传文件' : `传新版本：${kind}`)
    if (isNew) await this.write('这是什么文件', kind)
    const window = this.page.waitForEvent('filechooser')
    await press(this.page, '选文件')
    await (await window).setFiles(paper(name))
    await this.page.getByRole('dialog').getByText(name).waitFor()
    await this.confirm('上传')
    await sees(this.page, name)
  }

  async arrange(day: string, time: string, place: string): Promise<void> {
    await pressNamed(this.page, '约下次会面')
    await this.write('开始时间：日期', day)
    await this.write('开始时间：时间', time)
    await this.write('地点', place)
    await this.confirm('约定')
    await sees(this.page, '已约定')
  }

  async note(words: string): Promise<void> {
    await pressNamed(this.page, /^写会面纪要/)
    await this.write('谈了什么，定了什么', words)
    await this.confirm('保存')
    await sees(this.page, words)
  }

  async finish(yuan: string, words: string): Promise<void> {
    await pressNamed(this.page, '登记结果')
    await this.write('获批金额', yuan)
    await this.write('说明', words)
    await this.confirm('登记并请企业确认')
    await sees(this.page, '等企业确认结果')
  }
}
