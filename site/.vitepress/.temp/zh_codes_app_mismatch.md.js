import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"app_mismatch","description":"票据属于另一个 SDKAppID. 票据为哪个 SDKAppID 签发，就用在哪个 SDKAppID 上。","frontmatter":{"title":"app_mismatch","description":"票据属于另一个 SDKAppID. 票据为哪个 SDKAppID 签发，就用在哪个 SDKAppID 上。","code":"app_mismatch","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/app_mismatch.md","filePath":"zh/codes/app_mismatch.md"}');
const _sfc_main = { name: "zh/codes/app_mismatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="app_mismatch" tabindex="-1">app_mismatch <a class="header-anchor" href="#app_mismatch" aria-label="Permalink to &quot;app\\_mismatch&quot;">​</a></h1><p><a href="/usersig/codes/app_mismatch.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>票据属于另一个 SDKAppID</p><p><strong>处理办法:</strong> 票据为哪个 SDKAppID 签发，就用在哪个 SDKAppID 上。</p><p>腾讯云服务端对此返回 <a href="./70014.html">70014</a>。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/app_mismatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const app_mismatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  app_mismatch as default
};
