import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import { router } from './router'
// Styles by component: the whole sheet of Vant is larger than this page.
import 'vant/es/style/base.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import 'vant/es/button/index.css'
import 'vant/es/loading/index.css'
import './styles.css'

createApp(App).use(router).use(i18n).mount('#app')
