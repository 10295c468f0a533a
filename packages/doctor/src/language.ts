/** Language of what the doctor says. */
export type Language = 'en' | 'zh'
