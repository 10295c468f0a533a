import type { DefaultTheme } from 'vitepress'

/** Words of any language: Chinese has no spaces between them. It is sent to the browser as text, and uses nothing else. */
export function tokenize(text: string): string[] {
  const words = text.toLowerCase().match(/-?\d+|[a-z_]+|[\u4e00-\u9fff]+/g) ?? []
  return words.flatMap((word) =>
    /[\u4e00-\u9fff]/.test(word) && word.length > 2
      ? Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
      : [word],
  )
}

export const ZH_TEXTS: NonNullable<DefaultTheme.LocalSearchOptions['translations']> = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清空',
    backButtonTitle: '关闭',
    noResultsText: '没有结果：',
    footer: {
      selectText: '打开',
      selectKeyAriaLabel: '回车',
      navigateText: '移动',
      navigateUpKeyAriaLabel: '上',
      navigateDownKeyAriaLabel: '下',
      closeText: '关闭',
      closeKeyAriaLabel: 'Esc',
    },
  },
}
