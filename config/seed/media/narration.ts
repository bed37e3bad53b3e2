/**
 * What the demo's synthetic voice says, as data. Facts are the zone's published figures and commonly published history.
 *
 * Every sentence is kept twice: as people read it (it becomes the transcript) and as Hanyu Pinyin with tone numbers,
 * words joined, for the synthesiser, which knows only a part of the characters and cannot tell 长 zhang3 from chang2.
 */

/** One sentence: `text` is shown, `say` is spoken. */
export type Sentence = readonly [text: string, say: string]
export type Narration = readonly Sentence[]

const synthetic: Sentence = ['本段语音由电脑合成。', 'ben3duan4 yu3yin1 you2 dian4nao3 he2cheng2.']

export const narrations: Record<string, Narration> = {
  'exhibit-101': [
    synthetic,
    ['欢迎来到党群服务中心。', 'huan1ying2 lai2dao4 dang3qun2 fu2wu4 zhong1xin1.'],
    [
      '中心在天安智谷科技产业园里，2021年11月启用，面积1039平方米。',
      'zhong1xin1 zai4 tian1an1 zhi4gu3 ke1ji4 chan3ye4yuan2 li3, er4 ling2 er4 yi1 nian2 shi2yi1 yue4 qi3yong4, mian4ji1 yi4qian1 ling2 san1shi2jiu3 ping2fang1mi3.',
    ],
    ['这里有三区、三室、一吧、一廊。', 'zhe4li3 you3 san1qu1, san1shi4, yi4ba1, yi4lang2.'],
    [
      '三区，讲园区怎样发展、科技成果从哪里来、党建做了什么。',
      'san1qu1, jiang3 yuan2qu1 zen3yang4 fa1zhan3, ke1ji4 cheng2guo3 cong2 na3li3 lai2, dang3jian4 zuo4le5 shen2me5.',
    ],
    [
      '三室，用来办事、上课，也可以戴上头显走一走。',
      'san1shi4, yong4lai2 ban4shi4, shang4ke4, ye3 ke3yi3 dai4shang4 tou2xian3 zou3yi4zou3.',
    ],
    [
      '书吧里可以安静读书，长廊上可以慢慢看百年党史。',
      'shu1ba1 li3 ke3yi3 an1jing4 du2shu1, chang2lang2 shang4 ke3yi3 man4man5 kan4 bai3nian2 dang3shi3.',
    ],
    [
      '园区的主导产业是三加一：新材料、电子信息、装备制造，再加生物医药。',
      'yuan2qu1 de5 zhu3dao3 chan3ye4 shi4 san1 jia1 yi1: xin1 cai2liao4, dian4zi3 xin4xi1, zhuang1bei4 zhi4zao4, zai4 jia1 sheng1wu4 yi1yao4.',
    ],
    [
      '沿着墙上的展板往前走，下一站就是主导产业。',
      'yan2zhe5 qiang2 shang4 de5 zhan3ban3 wang3qian2 zou3, xia4yi2zhan4 jiu4shi4 zhu3dao3 chan3ye4.',
    ],
  ],
  'exhibit-301': [
    synthetic,
    ['这面墙讲两个数字：56和427。', 'zhe4 mian4 qiang2 jiang3 liang3ge5 shu4zi4: wu3shi2liu4, he2 si4bai3 er4shi2qi1.'],
    [
      '高新区两新组织党委刚接手时，有41个党组织、328名党员。',
      'gao1xin1qu1 liang3xin1 zu3zhi1 dang3wei3 gang1 jie1shou3 shi2, you3 si4shi2yi1 ge4 dang3 zu3zhi1, san1bai3 er4shi2ba1 ming2 dang3yuan2.',
    ],
    [
      '今天，党组织有56个，党员有427名。',
      'jin1tian1, dang3 zu3zhi1 you3 wu3shi2liu4 ge4, dang3yuan2 you3 si4bai3 er4shi2qi1 ming2.',
    ],
    [
      '他们在工厂里，在实验室里，也在协会和商会里。',
      'ta1men5 zai4 gong1chang3 li3, zai4 shi2yan4shi4 li3, ye3 zai4 xie2hui4 he2 shang1hui4 li3.',
    ],
    [
      '每个支部都有自己的特色，这叫一支部、一特色、一品牌。',
      'mei3ge4 zhi1bu4 dou1 you3 zi4ji3 de5 te4se4, zhe4 jiao4 yi4 zhi1bu4, yi2 te4se4, yi4 pin3pai2.',
    ],
    ['其中有8个示范点，省级1个，市级4个。', 'qi2zhong1 you3 ba1ge4 shi4fan4dian3, sheng3ji2 yi2ge4, shi4ji2 si4ge4.'],
    [
      '画里的树，一棵比一棵高，说的就是这些年的成长。',
      'hua4 li3 de5 shu4, yi4ke1 bi3 yi4ke1 gao1, shuo1 de5 jiu4shi4 zhe4xie1 nian2 de5 cheng2zhang3.',
    ],
    [
      '想找到自己的支部，请在手机上点开活动，看看近期的主题党日。',
      'xiang3 zhao3dao4 zi4ji3 de5 zhi1bu4, qing3 zai4 shou3ji1 shang4 dian3kai1 huo2dong4, kan4kan5 jin4qi1 de5 zhu3ti2 dang3ri4.',
    ],
  ],
  'exhibit-801': [
    synthetic,
    ['党史长廊从1921年开始。', 'dang3shi3 chang2lang2 cong2 yi1 jiu3 er4 yi1 nian2 kai1shi3.'],
    [
      '这一年7月，中国共产党第一次全国代表大会在上海召开。',
      'zhe4 yi4nian2 qi1yue4, zhong1guo2 gong4chan3dang3 di4yi1ci4 quan2guo2 dai4biao3 da4hui4 zai4 shang4hai3 zhao4kai1.',
    ],
    [
      '会议后来转到浙江嘉兴，在南湖的一条游船上开完。',
      'hui4yi4 hou4lai2 zhuan3dao4 zhe4jiang1 jia1xing1, zai4 nan2hu2 de5 yi4tiao2 you2chuan2 shang4 kai1wan2.',
    ],
    [
      '参加大会的代表，代表着全国五十多名党员。',
      'can1jia1 da4hui4 de5 dai4biao3, dai4biao3zhe5 quan2guo2 wu3shi2 duo1 ming2 dang3yuan2.',
    ],
    ['后来，人们把这条船叫作红船。', 'hou4lai2, ren2men5 ba3 zhe4tiao2 chuan2 jiao4zuo4 hong2chuan2.'],
    [
      '请看这幅画：清晨的湖面还有薄雾，一条小船静静停着。',
      'qing3 kan4 zhe4fu2 hua4: qing1chen2 de5 hu2mian4 hai2you3 bo2wu4, yi4tiao2 xiao3chuan2 jing4jing4 ting2zhe5.',
    ],
    [
      '沿长廊往前，是长征，是新中国成立，是改革开放，也是今天的高新区。',
      'yan2 chang2lang2 wang3qian2, shi4 chang2zheng1, shi4 xin1 zhong1guo2 cheng2li4, shi4 gai3ge2 kai1fang4, ye3 shi4 jin1tian1 de5 gao1xin1qu1.',
    ],
    [
      '可以按年份走，也可以按主题看，不用着急。',
      'ke3yi3 an4 nian2fen4 zou3, ye3 ke3yi3 an4 zhu3ti2 kan4, bu2yong4 zhao2ji2.',
    ],
  ],
  'story-01': [
    synthetic,
    ['半条被子。', 'ban4tiao2 bei4zi5.'],
    [
      '1934年11月，红军长征路过湖南汝城县的沙洲村。',
      'yi1 jiu3 san1 si4 nian2 shi2yi1 yue4, hong2jun1 chang2zheng1 lu4guo4 hu2nan2 ru3cheng2xian4 de5 sha1zhou1cun1.',
    ],
    ['三名女红军借住在一户村民家里。', 'san1ming2 nv3 hong2jun1 jie4zhu4 zai4 yi2hu4 cun1min2 jia1li3.'],
    [
      '这家人很穷，床上只有一些稻草和烂棉絮。',
      'zhe4 jia1 ren2 hen3 qiong2, chuang2 shang4 zhi3you3 yi4xie1 dao4cao3 he2 lan4 mian2xu4.',
    ],
    [
      '女红军打开背包，拿出唯一的一条被子，和村民一起盖。',
      'nv3 hong2jun1 da3kai1 bei1bao1, na2chu1 wei2yi1 de5 yi4tiao2 bei4zi5, he2 cun1min2 yi4qi3 gai4.',
    ],
    [
      '临走时，她们把被子剪成两半，留下了半条。',
      'lin2zou3 shi2, ta1men5 ba3 bei4zi5 jian3cheng2 liang3ban4, liu2xia4le5 ban4tiao2.',
    ],
    ['村民后来说：什么是共产党？', 'cun1min2 hou4lai2 shuo1: shen2me5 shi4 gong4chan3dang3?'],
    [
      '共产党就是自己有一条被子，也要剪下半条给老百姓的人。',
      'gong4chan3dang3 jiu4shi4 zi4ji3 you3 yi4tiao2 bei4zi5, ye3 yao4 jian3xia4 ban4tiao2 gei3 lao3bai3xing4 de5 ren2.',
    ],
    ['这句话，一直传到今天。', 'zhe4ju4 hua4, yi4zhi2 chuan2dao4 jin1tian1.'],
  ],
  'story-02': [
    synthetic,
    ['一百条建议。', 'yi4bai3tiao2 jian4yi4.'],
    ['机器旁边的人，最知道机器哪里不顺手。', 'ji1qi4 pang2bian1 de5 ren2, zui4 zhi1dao4 ji1qi4 na3li3 bu2 shun4shou3.'],
    [
      '高新区一家企业的党支部，请大家为技术攻关提建议。',
      'gao1xin1qu1 yi4jia1 qi3ye4 de5 dang3 zhi1bu4, qing3 da4jia1 wei4 ji4shu4 gong1guan1 ti2 jian4yi4.',
    ],
    [
      '班组里、食堂里、下班路上，大家都在想。',
      'ban1zu3 li3, shi2tang2 li3, xia4ban1 lu4shang4, da4jia1 dou1 zai4 xiang3.',
    ],
    ['收上来的建议有一百多条。', 'shou1shang4lai5 de5 jian4yi4, you3 yi4bai3 duo1 tiao2.'],
    [
      '技术人员一条一条地看，采纳了25条，已经落地的有12条。',
      'ji4shu4 ren2yuan2 yi4tiao2 yi4tiao2 de5 kan4, cai3na4le5 er4shi2wu3 tiao2, yi3jing1 luo4di4 de5 you3 shi2er4 tiao2.',
    ],
    ['没有采纳的，也会说明为什么。', 'mei2you3 cai3na4 de5, ye3 hui4 shuo1ming2 wei4shen2me5.'],
    [
      '匠心不只在一双手上，也在肯听、肯改的心里。',
      'jiang4xin1 bu4zhi3 zai4 yi4shuang1 shou3 shang4, ye3 zai4 ken3 ting1, ken3 gai3 de5 xin1li3.',
    ],
    [
      '您手边有想改的地方吗？写下来，就是第一步。',
      'nin2 shou3bian1 you3 xiang3 gai3 de5 di4fang5 ma5? xie3xia4lai5, jiu4shi4 di4yi1bu4.',
    ],
  ],
}

/** What the voice says in the film of the five steps; the pictures follow the same sentences one by one. */
export const filmNarration: Narration = [
  synthetic,
  [
    '一个好想法，怎样从大学的实验室走到园区的生产线？',
    'yi2ge4 hao3 xiang3fa3, zen3yang4 cong2 da4xue2 de5 shi2yan4shi4, zou3dao4 yuan2qu1 de5 sheng1chan3xian4?',
  ],
  [
    '大学科技平台用五步：挖、筛、算、转、跃。',
    'da4xue2 ke1ji4 ping2tai2 yong4 wu3bu4: wa1, shai1, suan4, zhuan3, yue4.',
  ],
  ['第一步，挖：到实验室里找好成果。', 'di4yi1bu4, wa1: dao4 shi2yan4shi4 li3 zhao3 hao3 cheng2guo3.'],
  ['第二步，筛：留下企业真正用得上的。', 'di4er4bu4, shai1: liu2xia4 qi3ye4 zhen1zheng4 yong4de5shang4 de5.'],
  [
    '第三步，算：投入多少，产出多少，都算清楚。',
    'di4san1bu4, suan4: tou2ru4 duo1shao3, chan3chu1 duo1shao3, dou1 suan4 qing1chu5.',
  ],
  ['第四步，转：把技术转到企业手里。', 'di4si4bu4, zhuan3: ba3 ji4shu4 zhuan3dao4 qi3ye4 shou3 li3.'],
  [
    '第五步，跃：从样品跃到产品，走向市场。',
    'di4wu3bu4, yue4: cong2 yang4pin3 yue4dao4 chan3pin3, zou3xiang4 shi4chang3.',
  ],
  [
    '到现在，20个项目落地，合同金额2166万8900元。',
    'dao4 xian4zai4, er4shi2ge4 xiang4mu4 luo4di4, he2tong2 jin1e2 liang3qian1 yi4bai3 liu4shi2liu4 wan4 ba1qian1 jiu3bai3 yuan2.',
  ],
  ['下一个，也许就是您的想法。', 'xia4yi2ge4, ye3xu3 jiu4shi4 nin2 de5 xiang3fa3.'],
]
