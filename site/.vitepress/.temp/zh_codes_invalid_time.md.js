import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_time","description":"now 既不是 Date，也不是 Unix 秒. 传入 Date 或整数 Unix 秒，例如 Math.floor(Date.now() / 1000)。","frontmatter":{"title":"invalid_time","description":"now 既不是 Date，也不是 Unix 秒. 传入 Date 或整数 Unix 秒，例如 Math.floor(Date.now() / 1000)。","code":"invalid_time","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_time.md","filePath":"zh/codes/invalid_time.md"}');
const _sfc_main = { name: "zh/codes/invalid_time.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_time" tabindex="-1">invalid_time <a class="header-anchor" href="#invalid_time" aria-label="Permalink to &quot;invalid\\_time&quot;">​</a></h1><p><a href="/usersig/codes/invalid_time.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>now 既不是 Date，也不是 Unix 秒</p><p><strong>处理办法:</strong> 传入 Date 或整数 Unix 秒，例如 Math.floor(Date.now() / 1000)。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_time.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_time = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_time as default
};
