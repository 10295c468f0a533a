import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"malformed","description":"票据被截断、被改动，或者根本不是票据. 确认票据完整到达：没有截断，没有做 URL 编码，也没有重新编码。","frontmatter":{"title":"malformed","description":"票据被截断、被改动，或者根本不是票据. 确认票据完整到达：没有截断，没有做 URL 编码，也没有重新编码。","code":"malformed","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/malformed.md","filePath":"zh/codes/malformed.md"}');
const _sfc_main = { name: "zh/codes/malformed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="malformed" tabindex="-1">malformed <a class="header-anchor" href="#malformed" aria-label="Permalink to &quot;malformed&quot;">​</a></h1><p><a href="/usersig/codes/malformed.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>票据被截断、被改动，或者根本不是票据</p><p><strong>处理办法:</strong> 确认票据完整到达：没有截断，没有做 URL 编码，也没有重新编码。</p><p>腾讯云服务端对此返回 <a href="./70003.html">70003</a>。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/malformed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const malformed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  malformed as default
};
