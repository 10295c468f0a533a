import type { Theme } from 'vitepress'
// The fonts of the system: they are there already, and have Chinese characters.
import DefaultTheme from 'vitepress/theme-without-fonts'
import DoctorTrial from './DoctorTrial.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('DoctorTrial', DoctorTrial)
  },
} satisfies Theme
